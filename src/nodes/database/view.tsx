import { Database } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { databaseSpec } from './spec.ts';
import { databaseEn, databaseKo } from './text.ts';

export const databaseView: NodeView<typeof databaseSpec> = { icon: Database, text: { en: databaseEn, ko: databaseKo } };
