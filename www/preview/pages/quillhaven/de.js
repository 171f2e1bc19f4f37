// Quillhavens Seite auf Deutsch: the page in German.

export const de = {
  title: "Quillhaven, Papier und Füller",
  strip: "Bis mittags bestellt, am nächsten Morgen unterwegs",
  nav: { label: "Quillhaven", shelves: "Regale", engraving: "Gravur", visit: "Besuch" },
  hero: {
    title: "Papier, für das man sich Zeit nimmt",
    text: "Briefpapier, Füller und Tinte aus einem kleinen Laden am Hafen. Wir schneiden, falzen und gravieren von Hand und packen jede Bestellung selbst.",
    shelves: "Zu den Regalen",
    engraving: "Gravieren lassen",
    art: "Ein Brief in seinem Umschlag mit Wachssiegel, darüber ein Füllfederhalter",
  },
  shelves: {
    title: "Aus den Regalen",
    goods: {
      paper: ["Briefpapier, gerippt", "40 Bogen mit Büttenrand"],
      notebook: ["Notizbuch, fadengeheftet", "160 Seiten, die flach liegen"],
      pen: ["Füller Nr. 3", "Messing und Harz, Stahlfeder"],
      ink: ["Eisengallustinte", "Blauschwarz, 50 ml"],
      wax: ["Siegelwachs", "Vier Stangen, ochsenblutrot"],
      seal: ["Siegel mit Initialen", "Birnenholz und Messing"],
    },
  },
  engraving: {
    title: "Ein Name, der bleibt",
    text: "Bis zu 18 Zeichen, von Hand in den Schaft gestochen. Bevor wir ansetzen, sehen Sie einen Entwurf.",
    name: "für Clara",
    steps: [
      ["Text schreiben", "Er wartet in diesem Browser-Tab, bis Sie bestellen."],
      ["Entwurf ansehen", "Sie bekommen ihn innerhalb eines Werktags."],
      ["Auf die Post warten", "Gravierte Füller gehen nach drei Tagen hinaus."],
    ],
  },
  questions: {
    title: "Gut zu wissen",
    list: [
      ["Brauche ich ein Konto?", "Nein. Ihr Warenkorb wartet 30 Tage in diesem Browser, mit Konto oder ohne."],
      ["Wie bezahle ich?", "Mit Karte oder per Überweisung, über Tallypost. Ihre Kartennummer erreicht uns nie."],
      [
        "Kann ich etwas zurückschicken?",
        "Innerhalb von 30 Tagen, solange es unbenutzt ist. Graviertes bleibt bei Ihnen.",
      ],
      ["Wohin liefern Sie?", "Überallhin in der Europäischen Union und im Vereinigten Königreich."],
    ],
  },
  visit: {
    title: "Kommen Sie vorbei und probieren Sie die Federn",
    address: "Rope Walk 7, Larkwick, Irland",
    hours: [
      ["Dienstag bis Freitag", "10:00 – 18:00"],
      ["Samstag", "10:00 – 15:00"],
      ["Sonntag, Montag", "geschlossen"],
    ],
    write: "Schreiben Sie uns",
    subject: "Gravur eines Füllers",
    body: "Guten Tag,\n\nich möchte den Füller Nr. 3 gravieren lassen. Der Text lautet:\n\n",
  },
  foot: {
    label: "Kleingedrucktes",
    line: "Quillhaven Stationers Ltd., Larkwick, Irland",
    privacy: "Datenschutz",
    rights: "Ihre Rechte",
    stored: "Was wir speichern",
  },
};
