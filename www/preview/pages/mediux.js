// stub
export const mediux = { name: "mediux", languages: ["en"], title: { en: "mediux" }, page: () => [] };
