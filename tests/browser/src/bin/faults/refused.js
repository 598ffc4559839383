// A browser that keeps nothing, the page's part: answers, and tells what the page says about saving.
probe.run(async ({ clause }) => {
  const { report, until, pause, create, started, openClause, answer, give, saveState } = probe;
  await report("running");
  await started();
  const before = document.querySelector("main").innerText;
  const field = await until("the field for a name", () => document.getElementById("start-name"));
  field.value = "Refused";
  field.form.requestSubmit();
  await until("the new assessment", () => location.hash.startsWith("#/a/") && document.querySelector("main h1"));
  const assessment = location.hash.split("/")[2].split("?")[0];
  await openClause(assessment, clause);
  await give(clause.questions[0], "rating", "thin");
  await until("the state to be known", () => saveState() && saveState() !== "saving");
  await pause(500);
  await report("found", { state: saveState(), shown: answer(clause.questions[0]).rating, banners: document.querySelector(".banners").innerText, knows: before.includes("Refused") });
});
