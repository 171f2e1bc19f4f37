// Every page is a file.

export const prerender = true;
