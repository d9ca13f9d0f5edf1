/** Goes to another query: by the page's own navigation where that is listening, else as any link does. */

/** @param {URL} address */
export function go(address) {
  address.searchParams.delete("page");
  address.searchParams.sort();
  const event = new CustomEvent("attest:go", { detail: { url: address.href }, cancelable: true });
  if (document.dispatchEvent(event)) location.assign(address.href);
}
