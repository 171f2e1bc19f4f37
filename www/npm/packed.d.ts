// The modules that exist only in the package that xtask/src/npm.rs packs, and the parts of Node.js that its command uses.

declare module "*/loader.js" {
  /** The first half of the loader; `tag` stands in for the script tag, and `bring` imports what is fetched. */
  export const load: (
    tag: { src: string; dataset: Record<string, string | URL | null | undefined> },
    bring: (address: string) => Promise<unknown>,
  ) => void;
}

declare module "*/command/courtesy.cjs" {
  /** The command, compiled to wasm: it runs with these arguments and returns the exit code. */
  const command: { run: (args: string[]) => number };
  export default command;
}

declare const process: {
  argv: string[];
  exitCode: number | undefined;
  version: string;
  versions: { node: string };
};
