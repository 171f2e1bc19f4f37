// A stand-in for an analytics script: a page has something to gate, and nothing leaves it.
// It counts clicks in memory. It stores nothing, because Mediux AI declares its identifiers without naming one.

window.standIn = { ranAt: Date.now(), clicks: 0 };

document.addEventListener("click", (event) => {
  if (event.target.closest?.(".site")) window.standIn.clicks++;
});
