/** Shows passkeys only where the browser knows them, and says it on the page when one fails. */

const known = Boolean(window.PublicKeyCredential);
document.querySelectorAll("[data-passkey]").forEach((section) => {
  section.hidden = !known;
});

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelectorAll("[data-passkey-error]").forEach((place) => {
    place.hidden = false;
  });
});
