/** The API as one page without scripts: everything in it comes from the OpenAPI document and the table of problems. */
import { PROBLEMS } from '../problems.ts';
import { escaped } from './html.ts';

export interface OpenApiDocument {
  info: { title: string; version: string; description?: string };
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, unknown> };
}

interface Operation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
}

const STYLE = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
h2{border-top:1px solid #d0d7de;padding-top:1rem;font-size:1.05rem}code,pre{font:13px/1.5 ui-monospace,monospace;background:#f6f8fa}
pre{padding:.7rem;overflow:auto}table{border-collapse:collapse}td,th{border:1px solid #d0d7de;padding:.25rem .6rem;text-align:left}
.method{text-transform:uppercase;font-weight:700;margin-right:.5rem}`;

/** The whole page as HTML. */
export function docsPage({ info, paths = {}, components = {} }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method, path, operation)),
  );
  const records = Object.entries(components.schemas ?? {})
    .filter(([name]) => !name.endsWith('Input'))
    .map(([name, schema]) => schemaHtml(name, schema));
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(info.title)} API</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style>
<h1>${escaped(info.title)} API</h1><p>${escaped(info.description ?? '')} <a href="/openapi.json">openapi.json</a></p>
${operations.join('\n')}
<h2>Records</h2>${records.join('\n')}
<h2 id="problems">Problems</h2>${problemsHtml()}</html>`;
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const { summary = '', description, parameters = [], requestBody, responses = {} } = operation;
  return `<h2><span class="method">${escaped(method)}</span><code>${escaped(path)}</code></h2>
<p>${escaped(summary)}${description === undefined ? '' : `. ${escaped(description)}`}</p>
${parametersHtml(parameters)}${schemaHtml('Body', requestBody?.content?.['application/json']?.schema)}
${Object.entries(responses)
  .map(([status, { description: what = '', content = {} }]) =>
    schemaHtml(`${status} ${what}`, Object.values(content)[0]?.schema),
  )
  .join('\n')}`;
}

function parametersHtml(parameters: NonNullable<Operation['parameters']>): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: where, required }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${escaped(where)}</td><td>${required ? 'required' : ''}</td></tr>`,
  );
  return `<table><tr><th>parameter</th><th>in</th><th></th></tr>${rows.join('')}</table>`;
}

function schemaHtml(title: string, schema: unknown): string {
  if (schema === undefined) return '';
  const json = escaped(JSON.stringify(schema, null, 1));
  return `<details><summary>${escaped(title)}</summary><pre>${json}</pre></details>`;
}

function problemsHtml(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, text }]) =>
      `<tr id="problem-${code}"><td>${status}</td><td><code>${code}</code></td><td>${escaped(title)}</td><td>${escaped(text)}</td></tr>`,
  );
  return `<table><tr><th>status</th><th>code</th><th>title</th><th>detail</th></tr>${rows.join('')}</table>`;
}
