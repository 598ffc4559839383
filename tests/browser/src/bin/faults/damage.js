// Store files damaged between two sittings, the page's part: answers in the first sitting, shows what is there in the second.
probe.run(async ({ assessment: known, clause, edits }) => {
  const { report, until, pause, started, isSaved, create, openClause, openNote, answer, give, leave } = probe;
  const RATINGS = ["not-in-place", "partly", "thin", "evidenced", "dont-know"];
  const one = (list) => list[Math.floor(Math.random() * list.length)];
  const answers = () => Object.fromEntries(clause.questions.map((question) => [question, answer(question)]));
  const text = (place) => document.querySelector(place)?.innerText.slice(0, 600) ?? "";

  await report("running");
  if (!known) {
    const assessment = await create("Damaged");
    await openClause(assessment, clause);
    for (const question of clause.questions) await openNote(question);
    for (let number = 1; number <= edits; number += 1) {
      const question = one(clause.questions);
      if (Math.random() < 0.5) await give(question, "note", `Edit ${number} of the first sitting`);
      else await give(question, "rating", one(RATINGS.filter((it) => it !== answer(question).rating)));
      leave();
    }
    await until("everything to be saved", isSaved);
    return report("rest", { assessment, answers: answers() });
  }
  try {
    await started();
    await until("the questions", () => clause.questions.every((it) => document.getElementById(`question-${it}`)), 12);
  } catch {
    const leads = Boolean(document.querySelector('a[href="#/recover"], .fallback, noscript ~ [role="alert"]'));
    return report("found", { answers: null, leads, shown: text("main") || text("body") });
  }
  await pause(1500);
  return report("found", { answers: answers(), told: text(".banners"), leads: true, shown: "" });
});
