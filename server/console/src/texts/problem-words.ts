/** What went wrong, told to a person. */
import { ApiError } from '../api.ts';
import type { Texts } from './zh.ts';

function own(error: ApiError): string | undefined {
  const fields = error.problem.errors?.map((fault) => fault.message).filter(Boolean) ?? [];
  return [error.problem.detail, ...fields].filter(Boolean).join('；') || undefined;
}

/** A refusal in the server's own words where it gave any; what the network or the server suffers in ours. */
export function problemWords(error: unknown, { problems }: Texts): string {
  if (!(error instanceof ApiError)) return problems.server;
  const { status } = error;
  if (status === 0) return problems.network;
  if (status === 403) return problems.forbidden;
  if (status === 404) return problems.missing;
  if (status === 413) return problems.tooBig;
  if (status === 429) return problems.tooMany(error.retryAfter);
  if (status >= 500) return problems.server;
  return own(error) ?? problems.invalid;
}
