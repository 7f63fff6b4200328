import { StandardSchemaValidationPipe } from '@nestjs/common';
import { RequestInvalid } from './refusal.js';

/** Checks bodies, queries and parameters against their zod schema and says where it hurts. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new RequestInvalid(
        issues.slice(0, 20).map((issue) => ({
          path: (issue.path ?? [])
            .map((part) => String(typeof part === 'object' ? part.key : part))
            .join('.'),
          message: issue.message,
        })),
      ),
  });
