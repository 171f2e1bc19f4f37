// Files, one for each page.

export default { build: { format: "file" }, devToolbar: { enabled: false } };
