/** Says beneath an input what the server understood of its words, a moment after typing stops. */

const PAUSE = 350;

/** @param {HTMLInputElement} input names its echo by data-echo; the echo names the address and a second input */
export function echoes(input) {
  const echo = document.getElementById(input.dataset.echo);
  const other = echo.dataset.with ? input.form.elements[echo.dataset.with] : null;
  let timer = 0;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", input.form.elements.csrfmiddlewaretoken.value);
    [input, other].filter(Boolean).forEach((field) => body.set(field.name, field.value));
    const answer = await fetch(echo.dataset.url, { method: "POST", body }).catch(() => null);
    if (!answer?.ok || turn !== asked) return;
    echo.textContent = (await answer.json()).echo;
  };

  [input, other].filter(Boolean).forEach((field) =>
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }),
  );
}
