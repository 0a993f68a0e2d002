/** What passes between the window's process and the engine thread; bodies are transferred, not copied. */
export interface EngineCall {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: ArrayBuffer | null;
}
export interface EngineAnswer {
  readonly id: number;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: ArrayBuffer;
}
