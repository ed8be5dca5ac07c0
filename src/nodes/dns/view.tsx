import { Signpost } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { dnsSpec } from './spec.ts';
import { dnsEn, dnsKo } from './text.ts';

export const dnsView: NodeView<typeof dnsSpec> = { icon: Signpost, text: { en: dnsEn, ko: dnsKo } };
