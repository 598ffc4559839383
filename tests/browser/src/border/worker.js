// A worker from an address obeys the headers of its own answer and no policy that stands in the page.
fetch(new URL(location.href).searchParams.get("to"), { mode: "no-cors" });
