/** What a ticket can wait for. */
import { z } from 'zod';

export const HoldReason = z.enum(['parts', 'vendor', 'user', 'approval', 'other']);
export type HoldReason = z.infer<typeof HoldReason>;
