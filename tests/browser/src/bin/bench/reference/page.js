// What a careful hand writes without a framework: fetch the questions, build the ones in sight, keep every answer at once.

const KEY = "by-hand/answers";
const answers = JSON.parse(localStorage.getItem(KEY) ?? "{}");
const state = document.getElementById("state");
const progress = document.getElementById("progress");
const list = document.getElementById("questions");

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function card(question, { ratings, levels }, onAnswer) {
  const meaning = make("p", { className: "meaning" });
  const describe = () => { meaning.textContent = levels[question.kind][answers[question.id]] ?? ""; };
  const choice = ([rating, words]) => {
    const input = make("input", { type: "radio", name: question.id, value: rating, checked: answers[question.id] === rating });
    input.addEventListener("change", () => {
      answers[question.id] = rating;
      localStorage.setItem(KEY, JSON.stringify(answers));
      state.textContent = "Saved";
      describe();
      onAnswer();
    });
    return make("label", {}, input, " ", words);
  };
  describe();
  return make("li", {}, make("fieldset", {}, make("legend", {}, question.ask), ...ratings.map(choice)), meaning);
}

function show(questions, bank) {
  const count = () => {
    const answered = questions.filter(({ id }) => answers[id]).length;
    progress.textContent = `${answered} of ${questions.length} answered`;
  };
  count();
  list.replaceChildren(...questions.map((it) => card(it, bank, count)));
}

function start(bank) {
  const chapters = new Map([["Quick check", bank.questions.filter((it) => it.quick)]]);
  for (const question of bank.questions) {
    const name = `Clause ${question.clause.split(".")[0]}`;
    if (!chapters.has(name)) chapters.set(name, []);
    chapters.get(name).push(question);
  }
  const button = ([name, questions]) => {
    const element = make("button", { type: "button" }, name);
    element.addEventListener("click", () => show(questions, bank));
    return element;
  };
  document.getElementById("chapters").append(...[...chapters].map(button));
  show(chapters.get("Quick check"), bank);
}

fetch("./questions.json").then((response) => response.json()).then(start);
