import { Users } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { usersSpec } from './spec.ts';
import { usersEn, usersKo } from './text.ts';

export const usersView: NodeView<typeof usersSpec> = { icon: Users, text: { en: usersEn, ko: usersKo } };
