// stub
export const quillhaven = { name: "Quillhaven", languages: ["en", "de", "ar"], title: { en: "q", de: "q", ar: "q" }, page: () => [] };
