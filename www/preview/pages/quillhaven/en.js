// Quillhaven's page in English.

export const en = {
  title: "Quillhaven, paper and pens",
  strip: "What is ordered by noon leaves the shop the next morning",
  nav: { label: "Quillhaven", shelves: "Shelves", engraving: "Engraving", visit: "Visit" },
  hero: {
    title: "Paper worth slowing down for",
    text: "Letter paper, pens and ink from a small shop by the harbour. We cut, fold and engrave by hand, and we pack every order ourselves.",
    shelves: "See the shelves",
    engraving: "Have it engraved",
    art: "A letter in its envelope with a wax seal, and a fountain pen across it",
  },
  shelves: {
    title: "From the shelves",
    goods: {
      paper: ["Letter paper, laid", "40 sheets with a deckle edge"],
      notebook: ["Notebook, thread-sewn", "160 pages that lie flat"],
      pen: ["Fountain pen no. 3", "Brass and resin, steel nib"],
      ink: ["Iron gall ink", "Blue-black, 50 ml"],
      wax: ["Sealing wax", "Four sticks, oxblood"],
      seal: ["Seal with initials", "Pear wood and brass"],
    },
  },
  engraving: {
    title: "A name that stays",
    text: "Up to 18 letters, cut into the barrel by hand. You see a proof before anything is cut.",
    name: "for Clara",
    steps: [
      ["Write your text", "It waits in this browser tab until you order."],
      ["Look at the proof", "You have it within one working day."],
      ["Listen for the post", "Engraved pens leave after three days."],
    ],
  },
  questions: {
    title: "Good to know",
    list: [
      ["Do I need an account?", "No. Your basket waits for 30 days in this browser, with an account or without one."],
      ["How do I pay?", "By card or by bank transfer, through Tallypost. Your card number never reaches us."],
      ["Can I send things back?", "Within 30 days, as long as they are unused. What is engraved is yours for good."],
      ["Where do you deliver?", "Everywhere in the European Union and in the United Kingdom."],
    ],
  },
  visit: {
    title: "Come in and try the nibs",
    address: "Rope Walk 7, Larkwick, Ireland",
    hours: [
      ["Tuesday to Friday", "10:00 – 18:00"],
      ["Saturday", "10:00 – 15:00"],
      ["Sunday, Monday", "closed"],
    ],
    write: "Write to us",
    subject: "Engraving a pen",
    body: "Hello Quillhaven,\n\nI would like to have fountain pen no. 3 engraved. The text is:\n\n",
  },
  foot: {
    label: "Small print",
    line: "Quillhaven Stationers Ltd., Larkwick, Ireland",
    privacy: "Privacy",
    rights: "Your rights",
    stored: "What we store",
  },
};
