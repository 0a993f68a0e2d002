import type { Reply } from '../../contract/method.ts';
import type { AppError } from '../../core/result.ts';
import { Failure } from '../../core/result.ts';
import type { Door } from './door.ts';
import { UPLOAD_LIMIT } from './upload-store.ts';
import type { Uploads } from './uploads.ts';

function json(reply: Reply<unknown>): Response {
  return new Response(JSON.stringify(reply), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** The Web-standard side of the door: POST /rpc/<method> with JSON, POST /upload?name=… with bytes. */
export function createRequestHandler(door: Door, uploads: Uploads, explain: (error: AppError) => string) {
  const refuse = (error: AppError): Response =>
    json({
      ok: false,
      error: {
        code: error.code,
        message: explain(error),
        ...(error.params ? { params: { ...error.params } } : {}),
      },
    });

  async function rpc(request: Request, method: string): Promise<Response> {
    let input: unknown;
    try {
      input = JSON.parse(await request.text());
    } catch {
      return refuse({ code: 'engine.bad-json', params: { method } });
    }
    return json(await door.handle(method, input));
  }
  async function upload(request: Request, name: string): Promise<Response> {
    const announced = Number(request.headers.get('content-length') ?? 0);
    if (announced > UPLOAD_LIMIT)
      return refuse({ code: 'files.upload-too-large', params: { name, megabytes: 64 } });
    try {
      return json({
        ok: true,
        value: { path: uploads.add(name, new Uint8Array(await request.arrayBuffer())) },
      });
    } catch (caught) {
      if (caught instanceof Failure) return refuse(caught.error);
      throw caught;
    }
  }
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (request.method === 'POST' && url.pathname.startsWith('/rpc/'))
      return rpc(request, url.pathname.slice('/rpc/'.length));
    if (request.method === 'POST' && url.pathname === '/upload')
      return upload(request, url.searchParams.get('name') ?? 'file');
    return refuse({ code: 'engine.unknown-method', params: { method: url.pathname } });
  };
}
