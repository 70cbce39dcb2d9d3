"""Words that remember what they were made of: they read as English, and travel as a tree."""

import json

import pytest

from picker_app.report import AS_PARTS, Report, fail, read
from picker_app.wording import Part, Words, covered, grown, say, tree

PLACE = say("{host} port {port}", host="127.0.0.1", port=8787)


def test_words_read_as_english_and_know_their_parts() -> None:
    words = say("cannot listen on {place}.", place=PLACE) + " " + say("Set another.")
    assert words == "cannot listen on 127.0.0.1 port 8787. Set another."
    assert [part.text for part in words.parts] == ["cannot listen on {place}.", " ", "Set another."]
    assert words.parts[0].values["place"] is PLACE


def test_words_are_joined_by_words_and_braces_without_values_stand_for_themselves() -> None:
    joined = say(" and ").join([say("{a}", a=1), "/webhooks/{x}"])
    assert joined == "1 and /webhooks/{x}"
    assert [part.text for part in joined.parts] == ["{a}", " and ", "/webhooks/{x}"]
    assert say(", ").join([]) == "" and not say("")


def test_words_travel_as_a_tree() -> None:
    words = say("free: {place}", place=PLACE) + "; “ação”"
    again = grown(json.loads(json.dumps(tree(words))))
    assert again == words and again.parts == words.parts
    assert again.parts[0].values["place"].parts[0].values["port"] == "8787"  # type: ignore[attr-defined]
    assert tree("plain") == [["plain", {}]]


def test_what_must_not_be_written_is_covered_in_every_value() -> None:
    words = say("{account}: {inner}", account="sesame-9", inner=say("key {key}", key="sesame-9"))
    assert covered(words, lambda text: text.replace("sesame-9", "***")) == "***: key ***"


def test_a_report_for_a_window_carries_the_parts_and_no_secret(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(AS_PARTS, "1")
    report = Report()
    report.masks.hide(["sesame-9"])
    report.say(fail(say("{account}, sign-in", account="centro"), say("said {words}", words="sesame-9")))
    report.say(fail("sign-in", say("client_") + say("secret: {value}", value="another")))
    report.end()
    first, second, _ = capsys.readouterr().out.splitlines()
    found = read(first)
    assert found is not None and (found.what, found.words) == ("centro, sign-in", "said ***")
    assert isinstance(found.what, Words) and found.what.parts == (Part("{account}, sign-in", {"account": "centro"}),)
    assert "another" not in second, "what only the whole shows is covered as well"
