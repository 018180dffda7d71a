// Says in plain words, on the page, that a passkey could not be used.
document.addEventListener("allauth.error", (event) => {
  const place = document.getElementById("passkey-problem");
  if (place) {
    event.preventDefault();
    place.textContent = place.dataset.words;
  }
});
