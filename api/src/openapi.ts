import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from './modules/auth/index.js';

/** `/api/openapi.json` and a reference page at `/api/reference` whose every file comes from this server. */
export function serveReference(app: INestApplication): void {
  SwaggerModule.setup('api/reference', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Readyroom API',
    swaggerOptions: { validatorUrl: null, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}

/** The OpenAPI document of the running application, keys sorted so that its text changes only with the API. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Readyroom API')
    .setDescription(
      'Crisis training: courses by tier, quizzes, assignments, completion. Sign in with POST /api/auth/sign-in; the session is a cookie. ' +
        'Errors carry a stable `code`. Instants are UTC, days are calendar days of the organisation.',
    )
    .setVersion('0.1.0')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .setOpenAPIVersion('3.1.0')
    .build();
  return sorted(SwaggerModule.createDocument(app, frame)) as OpenAPIObject;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
