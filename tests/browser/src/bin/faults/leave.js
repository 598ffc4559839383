// The page is left while a text is still being typed, the page's part: it reloads, goes to another address or to another page, or its tab is closed,
// before the pause that hands the text over. Afterwards the text must be there. The round is kept by the tab, which outlives its pages.
probe.run(async (orders) => {
  const { report, until, pause, started, create, openClause, openNote, answer, give, note } = probe;
  const one = (list) => list[Math.floor(Math.random() * list.length)];
  const PAUSE = 290;

  const type = async ({ assessment, question, value, after }) => {
    await started();
    await openClause(assessment, orders.clause);
    await openNote(question);
    await give(question, "note", value);
    await pause(after);
  };

  const child = new URLSearchParams(location.search).get("child");
  if (child) {
    await type(JSON.parse(child));
    return close();
  }

  const round = JSON.parse(sessionStorage.getItem("round") ?? "null") ?? { number: 0, assessment: await create("Left") };
  if (round.value) {
    await started();
    await openClause(round.assessment, orders.clause);
    const found = answer(round.question).note || (await openNote(round.question), answer(round.question).note);
    await report("checked", { way: round.way, after: round.after, value: round.value, found });
  }
  if (round.number >= orders.rounds) return report("done");
  round.number += 1;
  round.way = one(["reload", "address", "page", "close"]);
  round.question = one(orders.clause.questions);
  round.value = `Typed in round ${round.number}`;
  round.after = Math.floor(Math.random() * PAUSE);
  sessionStorage.setItem("round", JSON.stringify(round));
  const page = `#/a/${round.assessment}`;
  if (round.way === "close") {
    const tab = open(`?child=${encodeURIComponent(JSON.stringify(round))}${page}`);
    if (!tab) throw new Error("no tab was opened");
    while (!tab.closed) await pause(50);
    location.reload();
    return;
  }
  await type(round);
  if (round.way === "reload") location.reload();
  if (round.way === "address") location.href = `?round=${round.number}${page}`;
  if (round.way === "page") {
    location.hash = "#/settings";
    await until("the settings", () => !document.getElementById(`question-${round.question}`));
    location.reload();
  }
});
