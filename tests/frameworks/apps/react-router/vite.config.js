// JSX without a plugin.

export default { esbuild: { jsx: "automatic" } };
