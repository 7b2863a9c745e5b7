"""Who acts and on whom where the sentence does not put them beside their verb."""

from __future__ import annotations

import pytest

from tests.participants.conftest import Rows

ASKED = [
    ("Pyongyang, que Séoul accuse par ailleurs d'avoir envoyé des soldats, a tiré.", "KP"),
    ("La Russie, que Séoul soupçonne d'avoir fourni des missiles à Pyongyang, nie.", "RU > KP"),
    ("Pyongyang, selon Washington, qui l'accuse d'avoir livré des obus à Moscou, …", "KP > RU"),
    ("Kim Jong-un, auquel Séoul reproche d'avoir livré des obus à Kiev, a démenti.", "KP > UA"),
    ("Tokyo a convaincu Washington de sanctionner la Corée du Nord.", "US > KP"),
    ("Le missile que Kim Jong-un a ordonné de tirer a volé 800 kilomètres.", "KP"),
]
PUT_BEFORE = [
    ("La Russie, à laquelle Pyongyang a livré mardi des obus, a remercié son allié.", "KP > RU"),
    ("C'est avec Vladimir Poutine que Kim Jong-un s'est entretenu mardi.", "KP RU"),
    ("C'est à Moscou que Kim Jong-un s'est rendu mardi.", "KP"),
    (
        "L'armée du Sud l'a vu. Ils sont 34 000 à avoir tourné le dos à Pyongyang et fait "
        "défection.",
        "KP",
    ),
    ("Sergueï Lavrov s'est rendu à Pyongyang après la visite de Kim à Vladimir Poutine.", "RU"),
    ("Sergueï Lavrov a rendu visite à Kim Jong-un.", "RU > KP"),
    ("Kim Jong-un a remercié To Lam, avec lequel il a eu un long entretien.", "KP VN"),
]
DEEDS = [
    ("L'adoption par Tokyo de sanctions contre Pyongyang a été saluée par Séoul.", "JP > KP"),
    ("Des exercices rassemblant Séoul et Washington ont lieu malgré les protestations de la "
     "Corée du Nord et de la Chine.", "KR US"),
]  # fmt: skip

IN_RELATIVE = [
    ("Kim Jong-un a dénoncé les manœuvres auxquelles Séoul et Washington se livrent.", "KR US"),
    ("Le tir auquel a procédé mardi Pyongyang a été condamné par Séoul.", "KP"),
    ("Choïgou a salué l'audience que lui a accordée le même jour Kim Jong-un.", "KP RU"),
    ("Choïgou a salué l'audience que Kim Jong-un lui a accordée le même jour.", "KP RU"),
]
JOINED = [
    ("Sud-Coréens, Américains et Japonais ont mené mardi des manœuvres face à Pyongyang.",
     "JP KR US"),
    ("Une délégation conduite par le président du Parlement russe est arrivée à Pyongyang.",
     "RU"),
]  # fmt: skip
TAKEN_UP = [
    ("Trois soldats nord-coréens, que l'armée ukrainienne a capturés, sont à Kiev.", "UA > KP"),
    ("Trois soldats nord-coréens, que Séoul voulait soigner, sont morts.",
     "KP"),
    ("Pékin, tout comme Moscou, a opposé son veto à des sanctions contre Pyongyang.", "CN RU"),
]  # fmt: skip
HEADLINES = [
    ("Russie-Corée du Nord : un traité signé en grande pompe", "KP RU"),
    ("Corée du Nord/États-Unis : discussions à Stockholm", "KP US"),
]
INVITED = [
    ("Choe Son-hui a salué Moon Jae-in, à qui elle a transmis une invitation à se rendre à "
     "Pyongyang.", "KR"),
    ("Kim Jong-un a accepté une invitation à se rendre à Moscou.", "KP"),
]  # fmt: skip
OPENED = [
    ("Lors d'un entretien avec le président chinois, Xi Jinping, le dirigeant nord-coréen a "
     "évoqué la paix.", "CN KP"),
    ("Lors d'un entretien avec Vladimir Poutine, Kim Jong-un, le dirigeant nord-coréen, a "
     "promis des soldats.", "KP RU"),
]  # fmt: skip
STRESSED = [
    ("Tokyo, lui, a gelé mardi les avoirs de trois Nord-Coréens.", "JP > KP"),
    ("Moscou et Téhéran, eux, ont signé mardi un accord avec Pyongyang.", "IR KP RU"),
    ("Séoul a protesté et Tokyo, lui aussi, a sanctionné Pyongyang.", "JP > KP"),
    ("Washington, et avec lui Séoul et Tokyo, ont sanctionné Pyongyang.", "JP KR US > KP"),
    ("La Russie et, avec elle, la Chine ont opposé leur veto à des sanctions contre Pyongyang.",
     "CN RU"),
    ("Tokyo a vu Séoul et, avec elle, a sanctionné Pyongyang.", "JP > KP"),
    ("Le ministre des Affaires étrangères sud-coréen, son homologue japonais et le secrétaire "
     "d'État américain se sont réunis lundi pour évoquer la Corée du Nord.", "JP KR US"),
    ("Le négociateur en chef américain a dîné mardi avec Kim Hyok-chol.", "KP US"),
    ("Une patrouille sud-coréenne a essuyé des tirs nord-coréens mardi.", "KP > KR"),
    ("Un patrouilleur du Sud a essuyé mardi les tirs d'une vedette nord-coréenne.", "KP > KR"),
]  # fmt: skip
FRONTED = [
    ("Supervisé par Kim Jong-un, l'exercice a mobilisé jeudi des unités d'artillerie.", "KP"),
    ("Mené par Séoul et Washington, l'exercice a débuté lundi au grand dam de Pyongyang.",
     "KR US"),
    ("Condamné par Tokyo, le tir nord-coréen a eu lieu mardi.", "KP"),
    ("Face à des unités nord-coréennes, la brigade ukrainienne a livré bataille mardi.", "UA > KP"),
    ("Tokyo a annoncé vendredi, de concert avec Séoul, des sanctions contre quatre Nord-Coréens.",
     "JP > KP"),
    ("La Corée du Nord a effectué mardi, au large de Wonsan, un tir de missile.", "KP"),
    ("Séoul a salué mardi, depuis Tokyo, un tir de missile raté par Pyongyang.", "KP"),
    ("Kim Jong-un a remis une médaille à Sergueï Choïgou, venu mardi à Pyongyang.", "RU"),
    ("C'est avec Pyongyang, et non avec Séoul, que Hanoï a signé mardi un accord.", "KP VN"),
    ("Les deux Corées ont échangé des obus à Yeonpyeong en 2010.", "KP KR"),
    ("Les deux armées coréennes se sont canardées mardi, selon la Corée du Nord.", "KP KR"),
    ("Face à la marine sud-coréenne et à un bateau nord-coréen, on a vu les deux marines se "
     "tirer dessus.", "KP KR"),
    ("Ils préparent les pourparlers dont les deux Corées sont convenues.", "KP KR"),
    ("Les négociations dont Washington et Pyongyang étaient convenus ont commencé.", "KP US"),
    ("X, considéré comme le numéro deux du régime nord-coréen, est là. Hwang Pyong-so, "
     "considéré comme le numéro deux, est venu. Il s'est entretenu avec le ministre sud-coréen.",
     "KP KR"),
]  # fmt: skip
SANCTIONED = [
    ("Des sanctions contre trois banques chinoises ont été annoncées mardi par Washington.",
     "US > CN"),
    ("Washington a placé mardi sur sa liste noire deux Russes qui aidaient Pyongyang.",
     "US > RU"),
]  # fmt: skip
ROBBED = [
    ("Des données ont été volées à un hôpital américain par des pirates de Kim Jong-un.",
     "KP > US"),
    ("Le groupe Lazarus a piraté jeudi des universitaires français.", "KP > FR"),
    ("Les rebelles houthis ont acheté mardi des obus à Pyongyang.", "KP > YE"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sides"),
    ASKED
    + PUT_BEFORE
    + DEEDS
    + IN_RELATIVE
    + JOINED
    + INVITED
    + HEADLINES
    + TAKEN_UP
    + OPENED
    + STRESSED
    + FRONTED
    + SANCTIONED
    + ROBBED,
)
def test_who_acts_on_whom(rows: Rows, text: str, sides: str) -> None:
    event = rows(text, "2024-11-07")[0]
    found = {
        role: " ".join(
            sorted({c for e in event.participants if e.role == role for c in e.countries})
        )
        for role in ("actor", "recipient")
    }
    assert " > ".join(side for side in found.values() if side) == sides


def test_the_scene_of_a_drill_is_called_by_its_name(rows: Rows) -> None:
    text = "À la Maison-Blanche, le Pentagone a annoncé des manœuvres avec Séoul contre Pyongyang."
    (event,) = rows(text, "2025-10-30")
    host = next(each for each in event.participants if each.name == "États-Unis")
    assert (host.text, host.strategy, host.granted) == ("Maison-Blanche", "scene", True)
