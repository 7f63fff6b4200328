import request from 'supertest';
import { TestApp } from '../../support/test-app.js';

describe('API reference', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('GET /api/openapi.json should describe the API in OpenAPI 3.1', async () => {
    const { status, body } = await request(app.app.getHttpServer()).get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(body.paths['/api/auth/sign-in'].post.operationId).toBe('signIn');
    expect(body.components.schemas.Me.properties.tier).toBeDefined();
  });

  it('GET /api/reference should name no other server', async () => {
    const { status, text } = await request(app.app.getHttpServer()).get('/api/reference');
    expect(status).toBe(200);
    expect(text).toContain('swagger-ui');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    const script = await request(app.app.getHttpServer()).get('/api/reference/swagger-ui-bundle.js');
    expect(script.status).toBe(200);
  });
});

describe('Every answer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it.each(['/api/health', '/api/nowhere', '/api/me', '/api/openapi.json'])(
    'should forbid scripts, frames and bases from elsewhere: %s',
    async (path) => {
      const { headers } = await request(app.app.getHttpServer()).get(path);
      expect(headers['content-security-policy']).toContain("script-src 'self';");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});
