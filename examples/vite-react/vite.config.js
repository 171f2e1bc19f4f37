// As of Vite's own template for React: Courtesy needs no line here.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({ plugins: [react()] });
