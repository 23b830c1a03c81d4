import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchArguments } from "@wengert/vitest/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { resultsFile } from "../results-file.ts";

const root = join(import.meta.dirname, "..");
export const fixture = join(import.meta.dirname, "fixtures/results.json");

/** The page as built from the present sources, served twice: with the fixture, and with no results. */
export class Site {
  readonly #folder = mkdtempSync(join(tmpdir(), "dashboard-"));
  readonly #servers: PreviewServer[] = [];
  #browser: Browser | undefined;
  #addresses: { readonly full: string; readonly empty: string } | undefined;

  async start(executablePath: string): Promise<void> {
    const configFile = join(root, "vite.config.ts");
    await build({
      root,
      configFile,
      logLevel: "error",
      build: { outDir: this.#folder, emptyOutDir: true },
    });
    this.#addresses = {
      full: await this.#serve(fixture),
      empty: await this.#serve(join(this.#folder, "no-such-file.json")),
    };
    this.#browser = await chromium.launch({ executablePath, args: launchArguments });
  }

  /** Open the page and collect what it complains of, and what it asks of other hosts. */
  async open(hash = "", { results = true, dark = false } = {}): Promise<Visit> {
    if (!this.#addresses || !this.#browser) throw new Error("start the site first");
    const address = results ? this.#addresses.full : this.#addresses.empty;
    const page = await this.#browser.newPage({
      colorScheme: dark ? "dark" : "light",
      viewport: { width: 1120, height: 900 },
    });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(address)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(address + hash);
    await page.waitForSelector(results ? ".facts" : ".notice pre");
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await Promise.all(this.#servers.map((server) => server.close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #serve(path: string): Promise<string> {
    const server = await preview({
      root,
      configFile: false,
      base: "./",
      logLevel: "error",
      build: { outDir: this.#folder },
      preview: { port: 0, host: "127.0.0.1" },
      plugins: [resultsFile(path)],
    });
    this.#servers.push(server);
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error("the preview server has no address");
    return address;
  }
}

export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
}
