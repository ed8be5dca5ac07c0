import { Zap } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { cacheSpec } from './spec.ts';
import { cacheEn, cacheKo } from './text.ts';

export const cacheView: NodeView<typeof cacheSpec> = { icon: Zap, text: { en: cacheEn, ko: cacheKo } };
