// What the server puts before the worker's script when it serves /sw.js.
declare const EDITION: {
  digest: string
  number: number
  date: string
  /** "/" or "/prefix/". */
  base: string
  /** The languages served, the source language first. */
  languages: string[]
  /** Addresses of the shell: root-relative, or relative to `base`. */
  shell: string[]
  /** What every answer of the server says besides its type and language: the policy of the site above all. */
  headers: Record<string, string>
}

interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<void>
}

/** Trusted Types, where the browser has them. */
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }
  | undefined
