"""The lines of doctor and self-test: one for each finding, that can be read again, without what must be hidden."""

import pytest

from picker_app.report import Report, fail, ok, read, warn


def test_each_finding_is_a_line_that_can_be_read_again(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    found = [ok("fonts", "4 load"), warn("keyring", "none: use variables"), fail("sounds", "wrong.wav missing")]
    report.say(*found)
    assert report.end() == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert [read(line) for line in lines] == found
    assert last == "1 failed, 1 to look at, 1 well." and read(last) is None


def test_a_warning_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.say(warn("keyring", "none"))
    assert report.end() == 0


def test_words_of_several_lines_become_one_and_what_is_hidden_is_covered(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.masks.hide(["sesame-9"])
    report.say(fail("sign-in", "refused:\n  sesame-9\tis wrong"))
    assert capsys.readouterr().out == "fail  sign-in: refused: *** is wrong\n"
