//! Tables while they are read: rows of cells. A table in a table is text of its cell.

use std::mem::take;

use super::builder::Builder;
use super::{Block, Span};

impl Builder {
    pub fn start_table(&mut self) {
        if self.tables == 0 {
            self.end_heading();
            self.close();
        }
        self.tables += 1;
    }

    pub fn start_row(&mut self) {
        if self.tables == 1 {
            self.end_cell();
            self.rows.push(vec![]);
        }
    }

    pub fn start_cell(&mut self) {
        if self.tables == 1 {
            self.end_cell();
            self.in_cell = true;
        }
    }

    pub fn end_cell(&mut self) {
        if self.tables == 1 && self.in_cell {
            self.end_heading();
            let cell = self.paragraph.take();
            self.in_cell = false;
            self.add_cell(cell);
        }
    }

    pub fn add_cell(&mut self, cell: Vec<Span>) {
        if self.rows.is_empty() {
            self.rows.push(vec![]);
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    pub fn end_table(&mut self) {
        self.end_cell();
        self.tables = self.tables.saturating_sub(1);
        if self.tables == 0 {
            let mut rows = take(&mut self.rows);
            rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
            match &mut rows[..] {
                [] => {}
                // A table of one cell is only layout.
                [row] if row.len() == 1 => self.add(Block::Text(take(&mut row[0]))),
                _ => self.add(Block::Table(rows)),
            }
        }
    }
}
