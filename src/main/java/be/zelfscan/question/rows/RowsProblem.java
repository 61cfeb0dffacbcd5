package be.zelfscan.question.rows;

import be.zelfscan.question.AnswerProblem;

/** What is wrong with a table, or with one of its cells. */
public sealed interface RowsProblem extends AnswerProblem {
    /**
     * What is wrong with a cell.
     *
     * @param row what the row is called
     * @param place of the cell, before the name of a field
     */
    record InCell(String row, String column, String place, AnswerProblem problem) implements RowsProblem {
        @Override
        public String sentence() {
            return row + ", ‘" + column + "’: " + problem.sentence();
        }

        @Override
        public String field() {
            return place + "." + problem.field();
        }
    }

    /** A required cell of a row that was begun is empty. */
    record CellMissing(String row, String column, String place) implements RowsProblem {
        @Override
        public String sentence() {
            return row + ": vul ‘" + column + "’ nog in.";
        }

        @Override
        public String field() {
            return place;
        }
    }

    /** More rows than there is room for. */
    record TooManyRows(int rows, int most) implements RowsProblem {
        @Override
        public String sentence() {
            return "Dit zijn " + rows + " rijen. Er is plaats voor " + most + ": haal er weg die jullie kunnen missen en bewaar opnieuw.";
        }

        @Override
        public String field() {
            return RowsType.ROW;
        }
    }

    /** Fewer rows than a complete answer has. */
    record TooFewRows(int rows, int least) implements RowsProblem {
        @Override
        public String sentence() {
            return "Hier " + (least == 1 ? "is minstens 1 rij" : "zijn minstens " + least + " rijen") + " nodig; er "
                    + (rows == 1 ? "is er nu 1." : "zijn er nu " + rows + ".");
        }

        @Override
        public String field() {
            return RowsType.ROW;
        }
    }
}
