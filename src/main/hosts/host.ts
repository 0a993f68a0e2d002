/** What a host is given: where its page comes from and how the page asks. */
export interface HostParts {
  /** Answers every request of the page: /rpc/*, /upload and the files of the built renderer. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Locks the vault: the computer sleeps, its screen locks, or the window is closed. */
  readonly lock: () => Promise<void>;
  readonly title: string;
}

/** A window on the screen. Both hosts behave alike to everything behind them. */
export interface Host {
  readonly name: 'electron' | 'chromium';
  /** Resolves when the person closed the last window. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}
