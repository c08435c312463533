"""Until a question closes, nobody but the member learns of a miss: on no board, by no number, in no
message about another question. What somebody gained shows on the boards of now, today's and this
week's, as it comes in; all others go by closed questions.
"""

from bot.model.message import Say
from tests.quiz.room import SINGLE, TERM, Room, said

RIGHT = "object2vec, blazingtext, k-nn, k-means"
OF_NOW, LATER = ("today", "week"), ("month", "all")


async def boards(room: Room, name: str, windows: tuple[str, ...] = (*OF_NOW, *LATER)) -> list[str]:
    """Boards, as somebody sees them."""
    return [said(await room.types(name, f"/quiz top {window}")) for window in windows]


async def test_a_hit_stands_on_the_boards_of_now_and_a_miss_on_none_before_the_closing(
    morning: Room,
) -> None:
    await morning.answers("Grace", RIGHT)
    for text in ("SageMaker", "XGBoost"):
        await morning.answers("Alan", text)
    for name in ("Ada", "Grace", "Alan"):
        for board in await boards(morning, name, OF_NOW):
            assert "1. Grace — 10 points\n" in board, "no day yet"
            assert "Alan —" not in board
        for board in await boards(morning, name, LATER):
            assert "Grace —" not in board
            assert "Alan —" not in board
    await morning.later(hours=8)
    for board in await boards(morning, "Ada"):
        assert "1. Grace — 10 points, 1 day" in board
        assert "2. Alan — 0 points, 1 day" in board


async def test_a_board_looks_the_same_whether_somebody_missed_or_did_not_answer(
    morning: Room,
) -> None:
    for name in ("Alan", "Edsger"):
        await morning.answers(name, "k-means")
    await morning.answers("Grace", "k-means, k-nn")
    await morning.later(hours=24)
    before = await boards(morning, "Ada")
    for text in ("SageMaker", "XGBoost"):
        await morning.answers("Alan", text)
    assert await boards(morning, "Ada") == before


async def test_ones_own_open_points_are_said_below_the_board(morning: Room) -> None:
    words = "of today's open question join"
    await morning.answers("Grace", RIGHT)
    await morning.answers("Alan", "SageMaker")
    for board in await boards(morning, "Grace", LATER):
        assert f"Your 10 points {words} the board when it closes." in board
    for board in await boards(morning, "Grace", OF_NOW):
        assert words not in board, "they stand on it"
    for name in ("Alan", "Ada"):
        assert all(words not in board for board in await boards(morning, name))
    await morning.later(hours=8)
    assert all(words not in board for board in await boards(morning, "Grace"))


async def test_one_point_joins(morning: Room) -> None:
    await morning.presses("Grace", morning.question.message, "Hint")
    await morning.answers("Grace", "k-means")
    board = said(await morning.types("Grace", "/quiz top month"))
    assert "Your 1 point of today's open question joins the board when it closes." in board


async def test_the_grade_the_board_and_ones_own_line_agree(morning: Room) -> None:
    """On the second day both answer; the first day is closed."""
    await morning.answers("Alan", "k-means, k-nn, BlazingText")
    await morning.answers("Grace", "k-means")
    await morning.later(hours=24)
    assert "1st this week" in await morning.answers("Grace", RIGHT)
    assert "This week: 12 points, 1st" in said(await morning.types("Grace", "/quiz me"))
    board = said(await morning.types("Grace", "/quiz top"))
    assert "1. Grace — 12 points, 1 day ▲1" in board
    assert "2. Alan — 8 points, 1 day ▼1" in board
    assert "1st this week" in await morning.answers("Alan", RIGHT)
    assert "2nd" in said(await morning.types("Grace", "/quiz me")).split("This week: ")[1][:20]
    await morning.later(hours=8)
    board = said(await morning.types("Grace", "/quiz top"))
    assert "1. Alan — 18 points, 2 days" in board
    assert "2. Grace — 12 points, 2 days" in board


async def test_the_numbers_of_another_member_leave_today_out(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    await morning.later(hours=24)
    before = said(await morning.types("Alan", "/quiz me grace"))
    assert "Streak: 1 day" in before
    assert "All time: 2 points, 1st" in before
    for text in ("SageMaker", "XGBoost"):
        await morning.answers("Grace", text)
    assert said(await morning.types("Alan", "/quiz me grace")) == before
    assert "Streak: 2 days (longest 2)" in said(await morning.types("Grace", "/quiz me"))
    await morning.later(hours=8)
    assert "Streak: 2 days (longest 2)" in said(await morning.types("Alan", "/quiz me grace"))


async def test_of_somebody_who_never_answered_before_nothing_is_said(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    numbers = said(await morning.types("Alan", "/quiz me grace"))
    assert "Streak: 0 days (longest 0)" in numbers
    assert "All time: no points yet" in numbers
    assert "All time: 10 points, 1st" in said(await morning.types("Grace", "/quiz me"))


async def test_the_reveal_of_another_question_of_the_day_names_none_of_its_points(
    morning: Room,
) -> None:
    await morning.brings(SINGLE, TERM)
    await morning.answers("Grace", RIGHT)
    await morning.answers("Alan", "k-means")
    await morning.later(minutes=5)
    await morning.types("Ada", "/quizmaster ask")
    await morning.work()
    for name in ("Grace", "Alan"):
        await morning.answers(name, TERM.items[0].text)
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    (reveal,) = morning.thread(morning.question)
    assert "Today: 1. Alan 10 · 1. Grace 10" in reveal
    board = said(await morning.types("Ada", "/quiz top today"))
    assert "1. Grace — 20 points, 1 day" in board, "ten of them of the open question"
    assert "2. Alan — 12 points, 1 day" in board
    await morning.later(hours=8)
    board = said(await morning.types("Ada", "/quiz top today"))
    assert "1. Grace — 20 points, 1 day" in board


async def test_ranks_move_as_points_come_in_and_elsewhere_at_the_closing(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    await morning.answers("Alan", "k-means, k-nn")
    await morning.later(hours=24)
    await morning.answers("Grace", RIGHT)
    assert "1. Grace — 12 points, 1 day ▲1" in said(await morning.types("Ada", "/quiz top"))
    month = said(await morning.types("Ada", "/quiz top month"))
    assert "2. Grace — 2 points, 1 day\n" in month, "no arrow yet"
    await morning.later(hours=8)
    assert "1. Grace — 12 points, 2 days ▲1" in said(await morning.types("Ada", "/quiz top"))


async def test_without_points_there_is_no_place_though_nobody_else_has_any(morning: Room) -> None:
    await morning.answers("Alan", "SageMaker")
    last = await morning.answers("Alan", "XGBoost")
    assert "Streak 1 day" in last
    assert "this week" not in last
    assert "This week: 0 points\n" in said(await morning.types("Alan", "/quiz me"))


async def test_closing_early_makes_it_public_early(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    await morning.types("Ada", "/quizmaster reveal")
    await morning.work()
    assert "1. Grace — 10 points" in said(await morning.types("Alan", "/quiz top today"))


async def test_whoever_hides_sees_their_own_points_and_stands_on_no_board(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    mine = await morning.types("Grace", "/quiz me")
    assert isinstance(mine, Say)
    hidden = await morning.presses("Grace", mine.message, "Hide me")
    assert "All time: 10 points" in said(hidden)
    assert "Your 10 points" in said(await morning.types("Grace", "/quiz top month"))
    for board in await boards(morning, "Alan"):
        assert "Grace" not in board
    await morning.later(hours=8)
    assert "Grace" not in said(await morning.types("Alan", "/quiz top"))
