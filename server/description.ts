// The machine-readable description (OpenAPI 3.1), made from the same schemas that check the requests.
import { toJsonSchema } from '@valibot/to-json-schema';
import type { Router } from 'express';
import express from 'express';
import { paths } from '../shared/api/paths.ts';
import { problemTypes } from '../shared/api/problems.ts';
import { replies } from '../shared/api/replies.ts';
import type { Inputs } from './http/endpoint.ts';
import { endpoint, inputsOf } from './http/endpoint.ts';
import { type MountedRoute, mountedRoutes } from './http/mounted-routes.ts';
import { may, permissions, verbOf } from './http/permissions.ts';

export function description(routers: readonly Router[]): Router {
  let made: ReturnType<typeof describe> | undefined;
  return express.Router().get(
    paths.openapi(),
    may('read-description'),
    endpoint({ replies: replies.openapi.GET, summary: 'This description' }, () => {
      made ??= describe(mountedRoutes(routers));
      return made;
    }),
  );
}

function describe(routes: readonly MountedRoute[]) {
  const described: Record<string, Record<string, unknown>> = {};
  for (const { method, path, handlers } of routes) {
    const inputs = handlers.map((handler) => inputsOf.get(handler)).find(Boolean);
    const verb = handlers.map((handler) => verbOf.get(handler)).find(Boolean);
    const who = verb ? permissions[verb] : 'everyone';
    const pattern = path.replace(/:(\w+)/g, '{$1}');
    described[pattern] = {
      ...described[pattern],
      [method.toLowerCase()]: {
        summary: inputs?.summary ?? '',
        'x-roles': who,
        ...(who !== 'everyone' && { security: [{ bearer: [] }, { cookie: [] }] }),
        parameters: [...pathParameters(path), ...queryParameters(inputs)],
        ...(inputs?.takesFile && {
          requestBody: {
            required: true,
            content: Object.fromEntries(inputs.takesFile.map((type) => [type, {}])),
          },
        }),
        ...(inputs?.body && {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: schemaOf(inputs.body) },
              ...(inputs.takesCsv && { 'text/csv': { schema: { type: 'string' } } }),
            },
          },
        }),
        responses: { ...repliesOf(inputs), default: { $ref: '#/components/responses/Problem' } },
      },
    };
  }
  return {
    openapi: '3.1.0' as const,
    info: {
      title: 'Rabfang',
      version: '1',
      description:
        'Instants are ISO 8601, days YYYY-MM-DD in the Common Era. Failures are problem details (RFC 9457).',
    },
    servers: [{ url: '/' }],
    paths: described,
    components,
  };
}

const components = {
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'rabfang_session' },
  },
  responses: {
    Problem: {
      description: 'A problem',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'instance'],
      properties: {
        type: {
          type: 'string',
          enum: Object.keys(problemTypes).map((name) => `/problems/${name}`),
        },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        instance: { type: 'string' },
      },
    },
  },
};

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(inputs: Inputs | undefined): object[] {
  if (!inputs?.query) return [];
  const { properties = {}, required = [] } = schemaOf(inputs.query) as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function repliesOf(inputs: Inputs | undefined): object {
  const replies = inputs?.replies ?? { 200: null };
  return Object.fromEntries(
    Object.entries(replies).map(([status, schema]) => [
      status,
      {
        description: status === '204' ? 'Done' : 'The answer',
        ...(schema && { content: { 'application/json': { schema: schemaOf(schema) } } }),
      },
    ]),
  );
}

function schemaOf(schema: NonNullable<Inputs['body']>): object {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema as never, {
    errorMode: 'ignore',
    typeMode: 'input',
    // the only ones that are checked by a function of our own are objects of any names
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === 'custom' ? { type: 'object' } : undefined,
  }) as Record<string, unknown>;
  return rest;
}
