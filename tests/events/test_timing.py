"""Which date a mention has, and why it has not the others."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dprk_events.dates import Timex
from dprk_events.events import Findings, RuleSet
from dprk_events.events.explain import Told, explain_sentences
from dprk_events.events.timing import finer, finest
from dprk_events.events.timing.cost import cost, least_cost
from dprk_events.events.timing.grain import finer_beside
from dprk_events.events.timing.refusals import REFUSALS
from dprk_events.events.timing.shared import STRATEGIES
from dprk_events.lexicon import load_lexicon
from dprk_events.names import DateGrain
from dprk_events.syntax import DocView

AnalyseAll = Callable[[list[str]], list[Findings]]
CASES: dict[str, dict[str, list[list[str]]]] = tomllib.loads(
    Path(__file__).with_name("shared_dates.toml").read_text("utf-8")
)
REASON = {predicate.__name__: why for why, predicate in REFUSALS}

REFUSED = [
    (
        "is_no_calendar_date",
        "La Corée du Nord a tiré un missile qui a volé deux heures.",
        "tiré",
        "deux heures",
    ),
    (
        "is_far",
        "La Corée du Nord a tiré un missile alors que Séoul dort, que Tokyo veille, que Moscou "
        "attend et que Pékin observe la mer mardi.",
        "tiré",
        "mardi",
    ),
    (
        "is_of_first_one",
        "Kim Jong-un est le premier dirigeant nord-coréen à fouler le sol du Sud depuis 1953.",
        "fouler",
        "depuis 1953",
    ),
    (
        "is_before_the_fact",
        "Après avoir tiré un missile, la Corée du Nord a mené mardi une campagne de presse.",
        "tiré",
        "mardi",
    ),
    (
        "is_of_governor",
        "Pyongyang a promis en 2018 de tirer un missile.",
        "tirer",
        "2018",
    ),
    (
        "is_of_reaction",
        "Le Nord a cessé mardi de répondre au Sud, pour protester contre l'envoi de tracts.",
        "envoi",
        "mardi",
    ),
    (
        "is_of_reaction",
        "Séoul a fait état lundi du tir d'un missile nord-coréen.",
        "tir",
        "lundi",
    ),
    (
        "is_of_saying",
        "Séoul a affirmé jeudi que la Corée du Nord avait tiré un missile.",
        "tiré",
        "jeudi",
    ),
    (
        "is_of_saying",
        "La Corée du Nord a tiré un missile, a affirmé jeudi Séoul.",
        "tiré",
        "jeudi",
    ),
    (
        "is_of_saying",
        "D'après l'armée jeudi, la Corée du Nord a tiré un missile.",
        "tiré",
        "jeudi",
    ),
    (
        "is_of_later_clause",
        "Pyongyang a expédié 500 hommes en Russie, ce que Séoul a filmé vendredi.",
        "expédié",
        "vendredi",
    ),
    (
        "is_of_verb_above",
        "Pyongyang a choisi mardi de tirer un missile.",
        "tirer",
        "mardi",
    ),
    (
        "is_of_saying",
        "Jeudi, Séoul a affirmé que la Corée du Nord avait tiré un missile.",
        "tiré",
        "Jeudi",
    ),
    (
        "is_of_reaction",
        "Mardi, Berlin s'est indigné du lancement d'un missile par la Corée du Nord.",
        "lancement",
        "Mardi",
    ),
    (
        "is_of_statement",
        "Dans un discours prononcé mardi, Kim Jong-un a visité en rêve la Russie.",
        "visité",
        "mardi",
    ),
    (
        "is_of_later_deed",
        "La Corée du Nord a tiré un missile, avant un autre échec en août.",
        "tiré",
        "août",
    ),
    (
        "is_of_described",
        "Séoul déplore la destruction du bureau, inauguré en septembre 2018, par Pyongyang.",
        "destruction",
        "septembre 2018",
    ),
    (
        "is_of_those",
        "Ce sommet de Kim et Moon, le troisième après ceux de 2000 et 2007, plaît à Séoul.",
        "sommet",
        "2007",
    ),
    (
        "is_in_brackets",
        "Kim est le premier à fouler le sol du Sud depuis la guerre de Corée (1950-1953).",
        "fouler",
        "1950-1953",
    ),
    (
        "is_in_brackets",
        "La guerre de Corée (1950-1953) a pris fin par un armistice.",
        "armistice",
        "1950-1953",
    ),
    (
        "is_before_the_fact",
        "Après le tir d'un missile par la Corée du Nord, Séoul a mobilisé mardi ses troupes.",
        "tir",
        "mardi",
    ),
    (
        "is_of_dateline",
        "SÉOUL, 3 mars -- La Corée du Nord a tiré un missile.",
        "tiré",
        "3 mars",
    ),
    (
        "is_before_the_fact",
        "Le ministre a présenté vendredi ses vœux avant la visite de Kim Jong-un à Moscou.",
        "visite",
        "vendredi",
    ),
    (
        "is_before_the_fact",
        "La Corée du Nord a testé mardi un moteur, après avoir lancé un satellite.",
        "lancé",
        "mardi",
    ),
    (
        "is_outside_aside",
        "Les deux pays étaient convenus de cesser ces actes – y compris les tirs de missiles – en "
        "juin 2018.",
        "tirs",
        "juin 2018",
    ),
    (
        "is_of_the_thing",
        "La suspension de l'accord signé en 2018 par les deux Corées inquiète Pyongyang.",
        "suspension",
        "2018",
    ),
    (
        "is_of_participle",
        "La Corée du Nord, provoquant mardi la colère de Séoul, a tiré un missile.",
        "tiré",
        "mardi",
    ),
    (
        "is_of_main_clause",
        "Le pays fête mardi la fin d'un programme dont la Corée du Nord a tiré trois missiles.",
        "tiré",
        "mardi",
    ),
    (
        "is_of_later_clause",
        "La Corée du Nord a tiré un missile, et le ministre sud-coréen dort mardi à Busan.",
        "tiré",
        "mardi",
    ),
    (
        "is_of_verb_before",
        "Kim Jong-un a atterri mardi à Moscou, a visité une usine.",
        "visité",
        "mardi",
    ),
    (
        "is_of_first_one",
        "La Corée du Nord a mené le premier essai nucléaire depuis 2017.",
        "essai",
        "depuis 2017",
    ),
    (
        "is_of_showing",
        "Les médias ont diffusé mercredi des images d'un tir de missile de la Corée du Nord.",
        "tir",
        "mercredi",
    ),
    (
        "is_of_preparing",
        "Serguei Lavrov ira en mars à Pyongyang afin de préparer un sommet avec Kim Jong-un.",
        "sommet",
        "mars",
    ),
    (
        "is_of_plan_made",
        "Mardi, Pyongyang a menacé de tirer un missile.",
        "tirer",
        "Mardi",
    ),
    (
        "is_of_described",
        "Le navire nord-coréen, saisi en 2019 par Washington, avait livré des armes à la Syrie.",
        "livré",
        "2019",
    ),
    (
        "is_of_described",
        "Séoul suspend l'accord militaire signé en 2018 avec la Corée du Nord.",
        "suspend",
        "2018",
    ),
    (
        "is_of_relative_aside",
        "Moon Jae-in, qui a vu le pape en mai, pourrait se rendre à Pyongyang.",
        "rendre",
        "mai",
    ),
    (
        "is_of_earlier_clause",
        "Ces soldats ont quitté Rason lundi, et de nouveaux départs de troupes se préparent.",
        "départs",
        "lundi",
    ),
    (
        "is_of_saying",
        "Deux soldats du Nord ont été tués, a admis Kim Jong-un lors d'un banquet, lundi soir.",
        "tués",
        "lundi soir",
    ),
    (
        "is_of_first_one",
        "La troisième entrevue de Moon Jae-in et Kim Jong-un depuis leur sommet de mars 2018.",
        "entrevue",
        "mars 2018",
    ),
    (
        "is_of_what_tells_of_it",
        "Lundi, la télévision nord-coréenne a montré des images du tir d'un missile.",
        "tir",
        "Lundi",
    ),
    (
        "is_of_later_deed",
        "Le cargo a livré des obus nord-coréens avant d'être remisé, en février, en Chine.",
        "livré",
        "février",
    ),
    (
        "is_limit",
        "La Corée du Nord promet de lancer un satellite d'ici à la fin du mois.",
        "lancer",
        "la fin du mois",
    ),
    (
        "is_bound_before",
        "La Corée du Nord pourrait tirer un missile après le 10 avril.",
        "tirer",
        "10 avril",
    ),
    (
        "is_limit",
        "La Corée du Nord pourrait tirer un missile avant le 10 avril.",
        "tirer",
        "10 avril",
    ),
    (
        "is_of_noun",
        "La Corée du Nord pourrait tirer un missile à l'approche des élections du 10 avril.",
        "tirer",
        "10 avril",
    ),
    (
        "is_of_calling_off",
        "Les manœuvres navales de Séoul et de Washington ont été annulées mardi.",
        "manœuvres",
        "mardi",
    ),
    (
        "is_of_enumerated",
        "La Corée du Nord a procédé à un essai nucléaire, en mars, ainsi qu'à six tirs de missile.",
        "tirs",
        "mars",
    ),
    (
        "is_of_apposition",
        "La Corée du Nord a livré des obus à Rosvo, société frappée par l'ONU en 2009.",
        "livré",
        "2009",
    ),
    (
        "is_of_other_subject",
        "La Corée du Nord a tiré un missile et le Japon a convoqué mardi un ambassadeur.",
        "tiré",
        "mardi",
    ),
    (
        "is_behind_stop",
        "Sergueï Lavrov a écourté sa visite en Corée du Nord : vendredi, un avion l'attendait.",
        "visite",
        "vendredi",
    ),
    (
        "is_of_comparison",
        "Les deux alliés prévoient neuf exercices face à Pyongyang, contre vingt en 2023.",
        "exercices",
        "2023",
    ),
    (
        "is_of_way_there",
        "Un porte-avions est attendu samedi à Pusan en vue d'exercices visant la Corée du Nord.",
        "exercices",
        "samedi",
    ),
    (
        "is_of_feast",
        "Dimanche, pour les 70 ans de la signature du pacte, Pyongyang a illuminé ses ponts.",
        "signature",
        "Dimanche",
    ),
    (
        "is_of_plan_made",
        "Jeudi, Kim Jong-un a promis un essai nucléaire.",
        "essai",
        "Jeudi",
    ),
    (
        "is_of_first_one",
        "Washington et Séoul ont ouvert leurs plus vastes manœuvres depuis 2018, selon Pyongyang.",
        "manœuvres",
        "depuis 2018",
    ),
    (
        "is_of_noun",
        "Cette incursion nord-coréenne viole l'armistice de 1953, s'est plaint Séoul.",
        "incursion",
        "1953",
    ),
    (
        "is_beyond_expectation",
        "Le ministre russe, attendu à Pyongyang avec trois généraux, a décoré lundi un pilote.",
        "attendu",
        "lundi",
    ),
    (
        "is_of_noun_before",
        "Rien ne bouge après le sommet de Hanoï en février et les visites de Lavrov à Pyongyang.",
        "visites",
        "février",
    ),
    (
        "is_of_described",
        "Séoul a appris la mort d'un soldat nord-coréen capturé mardi par les Ukrainiens.",
        "mort",
        "mardi",
    ),
    (
        "is_in_brackets",
        "Un défilé militaire a fêté les 75 ans de l'État (9 mai 1948 - 9 mai 2023) à Pyongyang.",
        "défilé",
        "9 mai 2023",
    ),
    (
        "is_of_what_follows",
        "Le décret, daté de mardi, suit de deux jours la visite de Kim Jong-un à Moscou.",
        "visite",
        "mardi",
    ),
    (
        "is_before_the_fact",
        "La Corée du Nord a tiré un missile mardi, au lendemain de l'ouverture d'un sommet "
        "entre Séoul et Tokyo.",
        "sommet",
        "mardi",
    ),
    (
        "is_nearer_to_another",
        "La visite de Vladimir Poutine passée, la Corée du Nord a tiré un missile mardi.",
        "visite",
        "mardi",
    ),
]
TAKEN = [
    (
        "Après l'essai de missile auquel il a assisté dimanche, Kim Jong-un a félicité Pyongyang.",
        "essai",
        "dimanche",
    ),
    (
        "Les ballons, repérés mercredi, ont franchi la frontière nord-coréenne.",
        "franchi",
        "mercredi",
    ),
    (
        "La Corée du Nord a lancé des ballons lestés d'ordures lundi soir.",
        "lancé",
        "lundi soir",
    ),
    (
        "Washington a puni Pyongyang, pour la première fois depuis le sommet de juin 2018 à Hanoï.",
        "sommet",
        "juin 2018",
    ),
    (
        "La rencontre de Kim et de Moon, une première depuis 2015, aura lieu le 9 mai à Séoul.",
        "rencontre",
        "9 mai",
    ),
    ("Séoul a condamné mardi le tir de missile nord-coréen de lundi.", "tir", "lundi"),
    ("La Corée du Nord a repris mardi ses tirs de missiles.", "tirs", "mardi"),
    ("La Corée du Nord a tiré mardi un missile, a affirmé jeudi Séoul.", "tiré", "mardi"),
    ("La Corée du Nord a tiré un missile dans la nuit du 10 avril.", "tiré", "10 avril"),
    ("La Corée du Nord a tiré un missile pendant deux heures mardi.", "tiré", "mardi"),
    ("Kim Jong-un a atterri mardi à Moscou, a visité une usine.", "atterri", "mardi"),
    ("La Corée du Nord a réussi mardi à tirer un missile.", "tirer", "mardi"),
    ("Kim Jong-un devait effectuer mardi une visite en Chine.", "visite", "mardi"),
    ("L'armée de Séoul a détecté mardi un tir de missile nord-coréen.", "tir", "mardi"),
    ("Kim Jong-un a réagi mardi par un tir de missile.", "tir", "mardi"),
    ("Il a dénoncé mardi lors d'une visite en Corée du Nord la misère.", "visite", "mardi"),
    (
        "Les exercices Freedom Shield, que Séoul doit mener en mars, irritent Pyongyang.",
        "exercices",
        "mars",
    ),
    ("Mardi, la Corée du Nord a tenté de tirer un missile.", "tirer", "Mardi"),
    ("Mardi, la Corée du Nord compte tirer un missile.", "tirer", "Mardi"),
    ("Séoul a répliqué mardi en tirant un missile vers la Corée du Nord.", "tirant", "mardi"),
    (
        "Lundi, dix soldats nord-coréens, qui se perdaient, avaient pénétré dans le secteur sud.",
        "pénétré",
        "Lundi",
    ),
    (
        "Pyongyang s'en prend à un exercice auquel participent depuis lundi 80 avions américains.",
        "exercice",
        "depuis lundi",
    ),
    (
        "Moon Jae-in est parti lundi pour Pékin, avant le sommet de Kim Jong-un et Xi Jinping qui "
        "se tiendra jeudi.",
        "sommet",
        "jeudi",
    ),
    (
        "Un Russe a aidé en 2022 la Corée du Nord à voler des bitcoins.",
        "voler",
        "2022",
    ),
    ("Pyongyang a clos lundi son congrès par une parade militaire.", "parade", "lundi"),
    (
        "Washington prépare pour mardi l'adoption de sanctions contre Pyongyang.",
        "adoption",
        "mardi",
    ),
    ("Ils trinquaient en avril, lorsque Moscou a reçu Kim Jong-un.", "reçu", "avril"),
    ("2009 – Deuxième essai nucléaire de la Corée du Nord.", "essai", "2009"),
    (
        "Ces deux pays, qui s'ignoraient en avril, lorsque Moscou a reçu Kim Jong-un, s'écrivent.",
        "reçu",
        "avril",
    ),
    ("Un navire est venu et Pyongyang y répondait mardi par un tir de missile.", "tir", "mardi"),
    (
        "Pyongyang a clos lundi le congrès de son parti unique par une parade militaire.",
        "parade",
        "lundi",
    ),
    (
        "Le parquet accuse Yoon d'avoir ordonné en octobre le survol de la Corée du Nord par des "
        "drones.",
        "survol",
        "octobre",
    ),
    ("Le sommet de Trump et Kim a été reporté mardi au 12 juin.", "sommet", "12 juin"),
    (
        "Séoul et Washington vont reprendre les exercices suspendus en 2018, ce qui irrite "
        "Pyongyang.",
        "exercices",
        "2018",
    ),
    ("Un mois plus tôt, le 24 mars, la Corée du Nord avait tiré un missile.", "tiré", "24 mars"),
    (
        "Rien de tel, à la différence de mai 2017, quand un soldat nord-coréen avait fait "
        "défection sous les balles.",
        "défection",
        "mai 2017",
    ),
    (
        "Après une année 2017 marquée par trois tirs de missiles de la Corée du Nord, la détente "
        "a commencé en mai 2018.",
        "tirs",
        "2017",
    ),
    (
        "L'an dernier, le Nord avait salué ces manœuvres de Séoul par une salve de missiles.",
        "salve",
        "L'an dernier",
    ),
    (
        "Le dernier sommet de Trump et Kim, à Hanoï, remontait à février 2019.",
        "sommet",
        "février 2019",
    ),
]


SHARED = [
    (
        "of_the_next_step",
        "Trois Nord-Coréens ont franchi lundi la frontière, avant de fuir sous les tirs de "
        "sommation de l'armée du Sud.",
        "tirs",
        "lundi",
    ),
    (
        "of_its_occasion_dated_elsewhere",
        "Un soldat nord-coréen a été tué lors d'une fouille nocturne. L'armée russe a ordonné une "
        "fouille nocturne lundi.",
        "tué",
        "lundi",
    ),
    (
        "of_the_verb_before",
        "La Corée du Nord a tiré lundi un missile et envoyé des ballons vers le Sud.",
        "envoyé",
        "lundi",
    ),
    (
        "of_the_clause_it_goes_on_from",
        "Kim Jong-un et Xi Jinping se sont rencontrés lundi à Dalian, où ils ont signé un accord.",
        "signé",
        "lundi",
    ),
    (
        "of_its_occasion",
        "Les deux Corées avaient signé une trêve des tracts et des haut-parleurs le long de leur "
        "frontière lors du sommet de Kim Jong-un et Moon Jae-in en 2018.",
        "signé",
        "2018",
    ),
    (
        "of_the_visit_there",
        "Kim Jong-un s'est rendu lundi à Moscou. Il y a signé un accord avec Vladimir Poutine.",
        "signé",
        "lundi",
    ),
    (
        "of_what_came_just_before",
        "La Corée du Nord a tiré lundi un missile. Elle a ensuite envoyé des ballons vers le Sud.",
        "envoyé",
        "lundi",
    ),
    (
        "of_the_telling_again",
        "Des soldats nord-coréens ont franchi la frontière. L'incident s'est produit lundi.",
        "franchi",
        "lundi",
    ),
    (
        "of_the_clause_it_goes_on_from",
        "Kim Jong-un et Vladimir Poutine se sont vus en mai 2023 à Vladivostok, où Kim Jong-un "
        "était venu en train.",
        "venu",
        "mai 2023",
    ),
    (
        "of_what_came_just_before",
        "Trump et Kim s'étaient rencontrés en mai 2018 à Singapour. Ils avaient alors signé un "
        "accord.",
        "signé",
        "mai 2018",
    ),
    (
        "of_the_head_of_its_sentence",
        "En 2017, un soldat nord-coréen avait fui sous les tirs de plusieurs gardes de son poste, "
        "qui l'avaient alors grièvement blessé.",
        "blessé",
        "2017",
    ),
]
NOT_SHARED = [
    ("Un marin coréen a été tué lors d'une fouille nocturne. Une fouille a eu lieu lundi.", "tué"),
    ("Trois Nord-Coréens ont franchi lundi la frontière. Avant, il y avait eu des tirs.", "tirs"),
    ("En 2017, un soldat nord-coréen a fui vers des gardes, qui avaient blessé son ami.", "blessé"),
    ("Kim et Xi se sont rencontrés lundi à Dalian, où ils avaient signé un accord.", "signé"),
    ("Kim Jong-un s'est rendu lundi à Moscou. Il avait signé un accord avec la Chine.", "signé"),
    ("La Corée du Nord a tiré lundi un missile. Elle a envoyé des ballons au Sud.", "envoyé"),
    ("Des soldats nord-coréens ont franchi la frontière. La pluie est tombée lundi.", "franchi"),
    (
        "Kim et Trump se sont rencontrés trois fois, la première lors du sommet de 2018.",
        "rencontrés",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("name", "text", "word", "date"), SHARED)
def test_neighbours_share_a_date_where_the_words_say_so(
    name: str, text: str, word: str, date: str, analyse_all: AnalyseAll
) -> None:
    (findings,) = analyse_all([text])
    assert _taken(findings, word) == date
    shared = [d.shared for (i, _), d in findings.datings.items() if findings.view.texts[i] == word]
    why = {strategy.__name__: reason for reason, strategy in STRATEGIES}[name]
    assert shared == [why]


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), NOT_SHARED)
def test_what_is_only_near_shares_no_date(text: str, word: str, analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all([text])
    assert _taken(findings, word) is None


@pytest.mark.model
def test_a_date_is_shared_or_not_as_the_cases_say(analyse_all: AnalyseAll) -> None:
    why = {strategy.__name__: reason for reason, strategy in STRATEGIES}
    taken = [(why[name], *case) for name, lists in CASES.items() for case in lists["taken"]]
    left = [case for lists in CASES.values() for case in lists["left"]]
    found = analyse_all([text for _, text, *_ in taken] + [text for text, _ in left])
    got = [
        (why, text, word, date)
        for (_, text, word, _), findings in zip(taken, found[: len(taken)], strict=True)
        for date, why in [_shared(findings, word)]
    ]
    assert got == taken
    assert [_taken(f, word) for f, (_, word) in zip(found[len(taken) :], left, strict=True)] == [
        None
    ] * len(left)


def _shared(findings: Findings, word: str) -> tuple[str | None, str]:
    """The date that a trigger word has, and why it shares it."""
    for (token, _), dating in findings.datings.items():
        if findings.view.texts[token] == word and dating.number is not None:
            return findings.view.dates[dating.number].text, dating.shared
    return None, ""


def test_every_refusal_has_an_example() -> None:
    assert {name for name, *_ in REFUSED} == REASON.keys()
    assert len(set(REASON.values())) == len(REFUSALS)


@pytest.mark.model
def test_a_date_of_something_else_is_refused_with_the_reason(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for _, text, _, _ in REFUSED])
    told = [_refused(f, word, date) for f, (_, _, word, date) in zip(found, REFUSED, strict=True)]
    assert told == [REASON[name] for name, *_ in REFUSED]


@pytest.mark.model
def test_its_own_date_is_taken(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for text, _, _ in TAKEN])
    taken = [_taken(f, word) for f, (_, word, _) in zip(found, TAKEN, strict=True)]
    assert taken == [date for _, _, date in TAKEN]


@pytest.mark.model
def test_explanations_tell_why_a_date_is_not_taken(analyse_all: AnalyseAll, rules: RuleSet) -> None:
    text = "La Corée du Nord a tiré mardi un missile, a affirmé jeudi Séoul. Elle se tait mercredi."
    (findings,) = analyse_all([text])
    first, *_ = explain_sentences(findings, rules)
    (told,) = [word for word in first.words if isinstance(word, Told)]
    reasons = {findings.view.dates[n].text: why for n, why in told.other_dates}
    assert reasons == {"jeudi": REASON["is_of_saying"]}


def _refused(findings: Findings, word: str, date: str) -> str | None:
    """Why a trigger word does not have a date, by their words."""
    for (token, _), dating in findings.datings.items():
        if findings.view.texts[token] == word:
            assert dating.number is None
            return {findings.view.dates[n].text: why for n, why in dating.refused.items()}[date]
    return None


def _taken(findings: Findings, word: str) -> str | None:
    """The date that a trigger word has."""
    for (token, _), dating in findings.datings.items():
        if findings.view.texts[token] == word and dating.number is not None:
            return findings.view.dates[dating.number].text
    return None


def date(grain: DateGrain | None, value: str | None = "2022-03-24") -> Timex:
    return Timex("…", 0, 1, value, "date", grain=grain)


def test_a_day_is_finer_than_a_week_and_a_week_than_a_month() -> None:
    assert finer(date("day"), date("week", "2022-03-21/2022-03-27"))
    assert finer(date("week", "2022-03-21/2022-03-27"), date("month", "2022-03"))
    assert finer(date("month", "2022-03"), date("year", "2022"))
    assert not finer(date("day"), date("day"))


def test_a_date_without_a_value_is_the_coarsest() -> None:
    assert finer(date("century", "19XX"), date(None, None))
    assert not finer(date(None, None), date("century", "19XX"))


def test_an_open_end_is_no_day() -> None:
    assert finer(date("month", "2022-03"), date("day", "2022-03-24/.."))
    assert finer(date("span", "{2022-03-04,2022-03-09}"), date("month", "2022-03"))


@pytest.mark.parametrize("grain", get_args(DateGrain))
def test_every_grain_has_its_place(grain: DateGrain) -> None:
    assert finer(date(grain), date(None, None))


FIRED = [
    ("Tirer", "VERB", "VerbForm=Inf"),
    ("et", "CCONJ", ""),
    ("viser", "VERB", "VerbForm=Inf"),
    (";", "PUNCT", ""),
    ("dort", "VERB", "VerbForm=Fin"),
    ("qui", "PRON", ""),
    ("mars", "NOUN", ""),
    ("2022", "NUM", ""),
]


def fired(dates: list[Timex]) -> DocView:
    words, pos, morphs = (list(column) for column in zip(*FIRED, strict=True))
    spaces = [word != "qui" for word in words]
    heads, deps = [0] * len(words), ["ROOT"] + ["dep"] * (len(words) - 1)
    doc = Doc(Vocab(), words=words, spaces=spaces, pos=pos, morphs=morphs, heads=heads, deps=deps)
    return DocView(doc, doc.text, [], dates, load_lexicon(), lambda _: None)


def test_the_cost_is_words_and_what_stands_between() -> None:
    view = fired([])
    assert cost(view, 0, 1, set()) == 1
    assert cost(view, 0, 3, set()) == 3 + 1  # an infinitive
    assert cost(view, 0, 3, {2}) == 3 + 6  # another trigger
    assert cost(view, 4, 6, set()) == 2 + 6  # "qui"
    assert cost(view, 0, 6, set()) == 6 + 1 + 10 + 5 + 6
    assert cost(view, 5, 4, set()) == 1
    assert cost(view, 7, 5, set()) == 2 + 8 + 2  # right behind a verb, inside the sentence


def test_the_nearest_token_counts_and_far_ones_do_not() -> None:
    view = fired([])
    assert least_cost(view, {0, 4}, 6, set()) == 2 + 6
    assert least_cost(view, set(), 6, set()) is None


def test_of_two_dates_side_by_side_the_finer_one_is_taken() -> None:
    text = "un mois plus tôt, le 24 mars, en 2022"

    def stated(words: str, value: str, grain: DateGrain) -> Timex:
        start = text.index(words)
        return Timex(words, start, start + len(words), value, "date", grain=grain)

    dates = [
        stated("un mois plus tôt", "2022-03", "month"),
        stated("24 mars", "2022-03-24", "day"),
        stated("2022", "2022", "year"),
    ]
    doc = Doc(Vocab(), words=text.split(" "))
    view = DocView(doc, text, [], dates, load_lexicon(), lambda _: None)
    assert [finer_beside(view, number) for number in range(3)] == [1, 1, 2]
    assert finest(view, [2, 0]) == 0
    assert finest(view, []) is None


def test_a_date_may_end_the_text(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all(["Poutine attendu à Pyongyang en juin"])
    (mention,) = findings.events[0].mentions
    assert mention.date is not None
    assert findings.view.dates[mention.date].text == "juin"


def test_the_day_before_a_cleft_is_of_the_relative_clause(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all(
        ["Mardi, ce sont trois soldats nord-coréens qui ont franchi la ligne de démarcation."]
    )
    (mention,) = findings.events[0].mentions
    assert mention.date is not None
    assert findings.view.dates[mention.date].text == "Mardi"
