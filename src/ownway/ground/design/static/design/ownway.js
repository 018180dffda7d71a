// Starts the design system's components. The address of its module is given by the page, because stored names differ.
const own = document.getElementById("ownway-js");
const { initAll } = await import(own.dataset.govuk);
initAll();
