"""Words in TCVN3 and VNI are known from their letters; everything else is left alone."""

from __future__ import annotations

import pytest

from handbook.load.legacy_encodings import (
    decode_tcvn3,
    decode_vni,
    find_legacy_words,
    is_syllable,
)

SENTENCES = [
    # (Unicode, TCVN3 read as Latin-1, VNI read as Latin-1)
    (
        "Tổng Liên đoàn Lao động Việt Nam",
        "Tæng Liªn ®oµn Lao ®éng ViÖt Nam",
        "Toång Lieân ñoaøn Lao ñoäng Vieät Nam",
    ),
    (
        "Ủy ban nhân dân quận Thủ Đức",
        "ñy ban nh©n d©n quËn Thñ §øc",
        "UÛy ban nhaân daân quaän Thuû Ñöùc",
    ),
    (
        "sơ kết giữa nhiệm kỳ thực hiện nghị quyết",
        "s¬ kÕt gi÷a nhiÖm kú thùc hiÖn nghÞ quyÕt",
        "sô keát giöõa nhieäm kyø thöïc hieän nghò quyeát",
    ),
    (
        "phương hướng, những chỉ tiêu của năm",
        "ph\u00ad¬ng h\u00adíng, nh÷ng chØ tiªu cña n¨m",
        "phöông höôùng, nhöõng chæ tieâu cuûa naêm",
    ),
]


@pytest.mark.parametrize(("text", "tcvn3", "vni"), SENTENCES)
def test_sentence_is_recognised_in_both_encodings(text: str, tcvn3: str, vni: str) -> None:
    assert find_legacy_words(text) == []
    assert find_legacy_words(tcvn3)[0].encoding.startswith("TCVN3")
    assert find_legacy_words(vni)[0].encoding == "VNI"


@pytest.mark.parametrize(("text", "tcvn3", "vni"), SENTENCES)
def test_tables_give_the_sentence_back(text: str, tcvn3: str, vni: str) -> None:
    assert decode_tcvn3(tcvn3).casefold() == text.casefold()
    assert decode_vni(vni.lower()) == text.lower()


@pytest.mark.parametrize("word", ["C«ng", "B¾c", "®oµn", "C§CS L§L§", "Coâng ñoaøn"])
def test_few_words_are_enough_when_they_can_be_nothing_else(word: str) -> None:
    assert find_legacy_words(f"name: {word}")


@pytest.mark.parametrize(
    "line",
    [
        "«ngoặc kép», «ban», «hòa» và «ng ta»",
        "“Müller”, Köln, Zürich, señor, café, naïve, Saïgon, Noël",
        "5 µm, 10 °C, m², m³, ½, 30 × 40, ± 2",
        "© 2020 ABC®, §5, khoản 2 § 3",
        "hoà bình, uỷ ban, khoá, thuý, quý, gì, giếng",
        "a · b · c × d",
        "R&D – Q&A … • ‘’",
        "https://example.org/p%C3%A9?x=ü",
        "",
    ],
)
def test_other_text_is_left_alone(line: str) -> None:
    assert find_legacy_words(line) == []


@pytest.mark.parametrize(
    "word",
    ["nghiệp", "quyền", "giữa", "thuở", "khuya", "ngoèo", "yêu", "uống", "ở", "ỷ", "gì", "quốc"],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Müller", "oµn", "Lieân", "strength", "áà", "bcd"])
def test_not_syllables(word: str) -> None:
    assert not is_syllable(word)
