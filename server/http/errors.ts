/** Every error leaves as `application/problem+json`; what is not the caller's doing is logged and not told. */
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type FieldFault, type ProblemCode, ProblemError, problem } from '../problems.ts';
import { isDatabaseAway } from '../store/database-errors.ts';

const BY_FASTIFY_CODE: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
};

const RETRY_AFTER_S = '5';

/** What an error is for the caller. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error))
    return new ProblemError('invalid', { errors: error.validation.map(toFault) });
  if (isDatabaseAway(error))
    return new ProblemError('unavailable', { cause: error, headers: { 'retry-after': RETRY_AFTER_S } });
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : BY_FASTIFY_CODE[code];
  if (known !== undefined) return new ProblemError(known);
  if (error instanceof SyntaxError && statusCode === 400) return new ProblemError('malformed_json');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError('bad_request', { cause: error });
  return new ProblemError('internal', { cause: error });
}

function toFault({ instancePath, message }: { instancePath: string; message?: string }): FieldFault {
  return { path: instancePath.slice(1).replaceAll('/', '.'), message: message ?? '' };
}

/** Answers with a problem; a Buffer, because to a string Fastify would add a charset that the media type has not. */
export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  return reply
    .code(problem.body.status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(problem.body)));
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error);
  if (problem.code === 'internal') request.log.error(described(error), 'http.failed');
  else if (problem.code === 'unavailable') request.log.warn(described(error), 'http.unavailable');
  return sendProblem(reply, problem);
}

/** Without the further members that a database's error has: they can quote what was to be stored. */
function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { error: { name, code, message, stack, cause: cause instanceof Error ? cause.message : undefined } };
}

/** What is no HTTP at all is answered as well as it can be, and the connection closed. */
export function answerBrokenRequest(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(problem('bad_request'));
  const head = ['HTTP/1.1 400 Bad Request', 'content-type: application/problem+json', 'connection: close'];
  socket.end([...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'));
}

/** For every route of `app`, and for addresses that none has. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not_found')));
}
