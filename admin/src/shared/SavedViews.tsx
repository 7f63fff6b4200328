import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import DeleteOutline from '@mui/icons-material/DeleteOutline';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, List, ListItem, ListItemButton, ListItemText, Popover, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useState, type FormEvent } from 'react';
import {
  extractValidSavedQueries,
  useListContext,
  useSavedQueries,
  useTranslate,
  type SavedQuery,
} from 'react-admin';

/** Filters and sort of a list under a name, kept in this browser. */
export const SavedViews = () => {
  const translate = useTranslate();
  const { resource, filterValues, displayedFilters, sort, perPage, setFilters, setSort } = useListContext();
  const [stored, setStored] = useSavedQueries(resource);
  const views = extractValidSavedQueries(stored);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isNaming, setNaming] = useState(false);
  const apply = ({ value }: SavedQuery) => {
    setAnchor(null);
    setFilters(value.filter, value.displayedFilters);
    if (value.sort) setSort(value.sort);
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get('name')).trim();
    if (!label) return;
    const value = {
      filter: filterValues,
      displayedFilters: Object.keys(displayedFilters ?? {}),
      sort,
      perPage,
    };
    setStored([...views.filter((view) => view.label !== label), { label, value }]);
    setNaming(false);
  };
  return (
    <>
      <Button
        size="small"
        startIcon={<BookmarkBorder />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('list.saved_views')}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { sx: { width: 290 }, role: 'dialog', 'aria-label': translate('list.saved_views') },
        }}
      >
        {views.length === 0 && (
          <Typography variant="body2" color="text.secondary" sx={{ p: 2, pb: 1 }}>
            {translate('list.no_views')}
          </Typography>
        )}
        <List dense>
          {views.map((view) => (
            <ListItem
              key={view.label}
              disablePadding
              secondaryAction={
                <IconButton
                  edge="end"
                  size="small"
                  aria-label={translate('list.delete_view', { name: view.label })}
                  onClick={() => setStored(views.filter((other) => other !== view))}
                >
                  <DeleteOutline fontSize="small" />
                </IconButton>
              }
            >
              <ListItemButton onClick={() => apply(view)}>
                <ListItemText primary={view.label} />
              </ListItemButton>
            </ListItem>
          ))}
          <ListItem disablePadding>
            <ListItemButton
              disabled={Object.keys(filterValues).length === 0}
              onClick={() => {
                setAnchor(null);
                setNaming(true);
              }}
            >
              <ListItemText primary={translate('list.save_view')} />
            </ListItemButton>
          </ListItem>
        </List>
      </Popover>
      <Dialog
        open={isNaming}
        onClose={() => setNaming(false)}
        aria-labelledby="save-view"
        fullWidth
        maxWidth="xs"
      >
        <form onSubmit={save}>
          <DialogTitle id="save-view">{translate('list.save_view').replace('…', '')}</DialogTitle>
          <DialogContent>
            <TextField
              name="name"
              autoFocus
              required
              label={translate('list.view_name')}
              slotProps={{ htmlInput: { maxLength: 60 } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setNaming(false)}>{translate('common.cancel')}</Button>
            <Button type="submit" variant="contained">
              {translate('common.save')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
};
