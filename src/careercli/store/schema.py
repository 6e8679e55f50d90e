"""The tables of a store, and the number of their format."""

from __future__ import annotations

import zlib

SCHEMA = """
CREATE TABLE role (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE, slug TEXT, title TEXT,
    brief TEXT, row TEXT, needs TEXT, whole TEXT
);
CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT UNIQUE);
CREATE TABLE name (id INTEGER PRIMARY KEY, folded TEXT, kind TEXT, shown TEXT, key TEXT);
CREATE INDEX name_folded ON name (folded);
CREATE VIRTUAL TABLE title USING fts5 (
    folded, content = 'name', content_rowid = 'id', tokenize = 'porter unicode61'
);
CREATE VIRTUAL TABLE body USING fts5 (skills, text, titles, tokenize = 'porter unicode61');
CREATE TABLE role_skill (skill TEXT, key TEXT, PRIMARY KEY (skill, key)) WITHOUT ROWID;
CREATE TABLE nearest (code TEXT PRIMARY KEY, whole TEXT);
CREATE TABLE nearest_source (id TEXT PRIMARY KEY, whole TEXT);
CREATE TABLE family (id TEXT PRIMARY KEY, title TEXT);
CREATE TABLE rating (kind TEXT PRIMARY KEY, sentences TEXT);
CREATE TABLE skill (id TEXT PRIMARY KEY, label TEXT, kind TEXT, near TEXT, whole TEXT);
CREATE TABLE skill_name (folded TEXT PRIMARY KEY, id TEXT, shown TEXT, kind TEXT) WITHOUT ROWID;
CREATE TABLE dataset (name TEXT PRIMARY KEY, whole TEXT);
CREATE TABLE part (dataset TEXT, code TEXT, whole TEXT);
CREATE TABLE element (dataset TEXT, id TEXT, whole TEXT);
CREATE TABLE area_pay (dataset TEXT, area TEXT, code TEXT, whole TEXT);
CREATE INDEX area_pay_code ON area_pay (code, area);
CREATE TABLE trait (
    code TEXT PRIMARY KEY, zone INTEGER, pay REAL, at_least INTEGER, counted TEXT, growth REAL,
    entry TEXT, levels BLOB
);
CREATE TABLE rated_skill (place INTEGER PRIMARY KEY, id TEXT, name TEXT);
-- likeness and calibration are kept from import to import: a new way to work them out, number 2
CREATE TABLE likeness (dataset TEXT, code TEXT PRIMARY KEY, place INTEGER, lacks TEXT, row BLOB);
CREATE TABLE calibration (
    dataset TEXT, name TEXT, mean REAL, deviation REAL, roles INTEGER, pairs INTEGER
);
"""


FORMAT = zlib.crc32(SCHEMA.encode()) & 0x7FFFFFFF
"""Which tables a store has; a store of another format is made again or refused."""
