// stub
export const nanoflux = { name: "nanoflux", languages: ["en"], title: { en: "nanoflux" }, page: () => [] };
