import { Cog } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { workerSpec } from './spec.ts';
import { workerEn, workerKo } from './text.ts';

export const workerView: NodeView<typeof workerSpec> = { icon: Cog, text: { en: workerEn, ko: workerKo } };
